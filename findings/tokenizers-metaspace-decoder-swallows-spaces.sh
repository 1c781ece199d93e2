#!/usr/bin/env bash
# Guess: a Metaspace decoder takes away the one space that its pre-tokenizer put before the text; all others come back.
# Seen: every space within the first token is taken away. Where the text is not split at spaces (`split=False`), that token holds
#   several: an indentation of eight spaces is lost, and with it the space between the words "return self". With
#   `prepend_scheme="never"`, or further back in the text, the same tokens keep their spaces.
# Version: tokenizers 0.23.2.
# Matters: for code that begins with an indentation decode(encode(text)) is other code, and a stream that is decoded in pieces
#   loses the spaces in the first token of each piece.
# Needs: Python 3.11 or newer with venv and pip.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile tokenizers==0.23.2 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

lines = ["    return x", "        return self.x", "    if x:", "def f(x):"]


def round_trips(scheme, split):
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme=scheme, split=split)
    tokenizer.decoder = decoders.Metaspace(prepend_scheme=scheme, split=split)
    tokenizer.train_from_iterator(lines * 50, trainers.BpeTrainer(vocab_size=120, special_tokens=["<unk>"], show_progress=False))
    encodings = [tokenizer.encode(line) for line in lines[:2]]
    print(f"prepend_scheme={scheme}, split={split}")
    texts = [tokenizer.decode(encoding.ids) for encoding in encodings]
    for encoding, text in zip(encodings, texts):
        print("  ", encoding.tokens, "->", repr(text))
    return texts


assert round_trips("first", split=False) == ["returnx", "returnself.x"]
assert round_trips("always", split=False) == ["returnx", "returnself.x"]
assert round_trips("never", split=False) == lines[:2]

decode = decoders.Metaspace(prepend_scheme="first").decode
print(repr(decode(["▁the▁end", "▁the▁end"])))
assert decode(["▁the▁end", "▁the▁end"]) == "theend the end"
PY
venv/bin/python see.py
