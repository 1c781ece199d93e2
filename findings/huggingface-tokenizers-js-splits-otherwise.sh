#!/usr/bin/env bash
# Guess: settings of a tokenizer.json that the JavaScript version does not know, it refuses, as it does with unknown types.
# Seen: `Split` with the behaviours merged_with_previous and merged_with_next splits as if it were "isolated", and so does
#   `Punctuation` with all but contiguous; a literal pattern with "removed" stays, as unknown tokens between the words. With
#   `continuing_subword_prefix` all words fall into single letters. All that without an error; the same `Split` with a regular
#   expression and "removed" or "isolated" is right.
# Version: @huggingface/tokenizers 0.2.0 (npm), tokenizers 0.23.2 (Python).
# Matters: every token of an English sentence may be another one than the model learned; only the output's quality tells.
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

from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers

texts = ["the quick brown fox jumps over the lazy dog", "a quick, brown fox; a lazy, old dog"]


def row(name, pre_tokenizer, same, **options):
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", **options))
    tokenizer.pre_tokenizer = pre_tokenizer
    trainer = trainers.BpeTrainer(vocab_size=200, special_tokens=["<unk>"], show_progress=False, **options)
    tokenizer.train_from_iterator(texts * 5, trainer)
    return {"name": name, "same": same, "json": json.loads(tokenizer.to_str()), "tokens": tokenizer.encode(texts[1]).tokens}


split, punctuation = pre_tokenizers.Split, pre_tokenizers.Punctuation
rows = [
    row("regular expression, isolated", split(Regex(" "), "isolated"), True),
    row("regular expression, removed", split(Regex(" "), "removed"), True),
    row("literal, removed", split(" ", "removed"), False),
    row("regular expression, merged_with_previous", split(Regex(" "), "merged_with_previous"), False),
    row("literal, merged_with_previous", split(" ", "merged_with_previous"), False),
    row("literal, merged_with_next", split(" ", "merged_with_next"), False),
    row("punctuation, isolated", punctuation("isolated"), True),
    row("punctuation, contiguous", punctuation("contiguous"), True),
    row("punctuation, removed", punctuation("removed"), False),
    row("punctuation, merged_with_previous", punctuation("merged_with_previous"), False),
    row("prefix", pre_tokenizers.WhitespaceSplit(), False, continuing_subword_prefix="##"),
]
with open("rows.json", "w") as file:
    json.dump({"text": texts[1], "rows": rows}, file)
PY
venv/bin/python see.py
cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';

const { text, rows } = JSON.parse(readFileSync('rows.json', 'utf8'));
for (const { name, same, json, tokens } of rows) {
  const found = new Tokenizer(json, {}).encode(text).tokens;
  console.log(name);
  console.log(`  Python     ${tokens.join('|')}`);
  if (!same) console.log(`  JavaScript ${found.join('|')}`);
  assert.equal(JSON.stringify(found) === JSON.stringify(tokens), same);
}
JS
node see.mjs
