#!/usr/bin/env bash
# Guess: a translation that equals its reference has a chrF of 1, in every library.
# Seen: in torchmetrics "yes" against "yes" has 0.5: character and word n-grams that are longer than the text count as
#   missed. sacrebleu, whose metric it follows, leaves out the orders that neither text has, and says 100. Short answers are
#   hit most, and the mean over a corpus of short answers with them.
# Version: torchmetrics 1.9.0, sacrebleu 2.6.0, torch 2.13.0.
# Matters: scores of short answers (labels, names, yes or no) from the two libraries cannot be compared.
# Needs: Python 3.11 or newer with venv and pip (torch is large; a CPU build that pip finds will do).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv

venv/bin/pip install --quiet --no-compile torch==2.13.0 torchmetrics==1.9.0 sacrebleu==2.6.0 numpy==2.4.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > see.py <<'PY'
from sacrebleu.metrics import CHRF
from torchmetrics.text import CHRFScore

theirs = CHRF(word_order=2)
for text in ("yes", "stride", "a b", "the cat sat on the mat"):
    ours = CHRFScore()([text], [[text]]).item()
    print(f"{text!r} against itself: torchmetrics {ours:.3f}, sacrebleu {theirs.sentence_score(text, [text]).score:.1f} of 100")
    assert (ours < 0.9) == (text != "the cat sat on the mat")
    assert abs(theirs.sentence_score(text, [text]).score - 100) < 1e-9
PY
venv/bin/python see.py
