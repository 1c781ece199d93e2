#!/usr/bin/env bash
# Guess: one tokenizer.json gives one list of ids, in Python and in JavaScript, for every text.
# Seen: with the pre-tokenizer `Whitespace` the JavaScript version takes accented letters for punctuation: it cuts "café" after
#   the f and "naïve" twice, whose ids the vocabulary has. English texts agree. With a `WordLevel` model words outside of the
#   vocabulary get the id `undefined`, not that of the unknown token.
#   Cause: the words are sought with JavaScript's \w, which knows ASCII only, where the Rust crate's \w knows Unicode.
# Version: @huggingface/tokenizers 0.2.0 (npm), tokenizers 0.23.2 (Python).
# Matters: a classifier or an index made in Python and used in a browser sees other words in German, French or Spanish, and no error.
# Needs: Node 20 or newer, npm, Python 3.11 or newer with venv and pip.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund @huggingface/tokenizers@0.2.0 > npm.log 2>&1
python3 -m venv venv
venv/bin/pip install --quiet --no-compile tokenizers==0.23.2 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
import json

from tokenizers import Tokenizer, models, pre_tokenizers, trainers

texts = ["the cafe is naive", "das café ist naïve", "the loss is high?"]
rows = []
for name, model, trainer in [
    ("BPE", models.BPE(unk_token="<unk>"), trainers.BpeTrainer(special_tokens=["<unk>"], show_progress=False)),
    ("WordLevel", models.WordLevel(unk_token="<unk>"), trainers.WordLevelTrainer(special_tokens=["<unk>"], show_progress=False)),
]:
    tokenizer = Tokenizer(model)
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.train_from_iterator(texts * 5, trainer)
    for text in texts + ["the unheard"]:
        encoding = tokenizer.encode(text)
        rows.append({"name": name, "json": json.loads(tokenizer.to_str()), "text": text, "tokens": encoding.tokens, "ids": encoding.ids})
with open("rows.json", "w") as file:
    json.dump(rows, file)
PY
venv/bin/python see.py
cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';

for (const { name, json, text, tokens, ids } of JSON.parse(readFileSync('rows.json', 'utf8'))) {
  const encoding = new Tokenizer(json, {}).encode(text);
  console.log(`${name}, Python:     ${tokens.join(' | ')}  ${ids}`);
  console.log(`${name}, JavaScript: ${encoding.tokens.join(' | ')}  ${encoding.ids.map(String)}`);
  const english = /^[a-z ?]+$/.test(text);
  if (english && (name === 'BPE' || text !== 'the unheard')) assert.deepEqual(encoding.ids, ids);
  else assert.notDeepEqual(encoding.ids, ids);
  if (text.startsWith('das')) assert.deepEqual(encoding.tokens.slice(1, 3), ['caf', 'é']);
  if (name === 'WordLevel' && text === 'the unheard') assert.equal(encoding.ids[1], undefined);
}
JS
node see.mjs
