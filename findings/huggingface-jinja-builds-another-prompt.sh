#!/usr/bin/env bash
# Guess: a chat template gives one prompt, in Python with Jinja and in JavaScript with @huggingface/jinja, which was made for
#   chat templates; what the latter lacks it refuses.
# Seen: in silence it gives other prompts. `lstrip('\n')`, with which templates take the line breaks off an answer that follows
#   a thought, takes the indentation of the first line of code as well: the argument is ignored, as it is by `strip` and `rstrip`.
#   `==` of two equal lists is false and '1' == 1 is true, so that other branches are taken; -7 % 3 is -1; a list of tools
#   written as it is comes as JSON with `true` where Python writes `True`; 1.0 in a tool's arguments becomes 1.
# Version: @huggingface/jinja 0.5.11 (npm) against Jinja2 3.1.6, set up with trim_blocks and lstrip_blocks as for chat templates.
# Matters: a model served from JavaScript sees other text than it was trained on and tested with.
# Needs: Node 20 or newer, npm, Python 3.11 or newer with venv and pip.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y > npm.log
npm install --save-exact --no-audit --no-fund @huggingface/jinja@0.5.11 > npm.log 2>&1
python3 -m venv venv
venv/bin/pip install --quiet --no-compile jinja2==3.1.6 2> pip.log || { cat pip.log >&2; exit 1; }

cat > cases.json <<'JSON'
{
  "given": {
    "answer": "[thought] two loops? [end]\n\n    for x in rows:\n        show(x)\n",
    "roles": ["user", "assistant"],
    "tools": [{ "name": "search", "strict": true, "limit": null }],
    "turn": -7
  },
  "templates": [
    "{{ answer.split('[end]')[-1].lstrip('\\n') }}",
    "{{ answer.strip('\\n').split('\\n')[-1].rstrip(')') }}",
    "{% if roles == ['user', 'assistant'] %}a dialogue{% else %}something else{% endif %}",
    "{% if '1' == 1 %}one{% else %}a text{% endif %}",
    "{{ turn % 3 }}",
    "{{ tools }}",
    "{{ {'temperature': 1.0} | tojson }}"
  ]
}
JSON
cat > see.py <<'PY'
import json

from jinja2.sandbox import ImmutableSandboxedEnvironment

with open("cases.json") as file:
    cases = json.load(file)
environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)
with open("python.json", "w") as file:
    json.dump([environment.from_string(template).render(cases["given"]) for template in cases["templates"]], file)
PY
venv/bin/python see.py
cat > see.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Template } from '@huggingface/jinja';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const { given, templates } = read('cases.json');
const python = read('python.json');
const javascript = templates.map((template) => new Template(template).render(given));
for (const [index, template] of templates.entries()) {
  console.log(template);
  console.log('  Python    ', JSON.stringify(python[index]));
  console.log('  JavaScript', JSON.stringify(javascript[index]));
  assert.notEqual(python[index], javascript[index]);
}
assert.ok(python[0].startsWith('    for x'));
assert.ok(javascript[0].startsWith('for x'));
assert.deepEqual([python[2], javascript[2]], ['a dialogue', 'something else']);
assert.deepEqual([python[4], javascript[4]], ['2', '-1']);
JS
node see.mjs
