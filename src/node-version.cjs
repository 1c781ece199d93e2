'use strict';
// Plain CommonJS, old syntax: it must run on any Node, so that an old one is told what is wrong instead of
// failing on a `.ts` file or a built-in module that it lacks.
var required = [26, 10];
var found = process.versions.node.split('.').map(Number);
if (found[0] < required[0] || (found[0] === required[0] && found[1] < required[1])) {
  console.error(
    'This program needs Node ' +
      required.join('.') +
      ' or newer, and this is ' +
      process.versions.node +
      '. Start it with `npm start` after `npm ci`, which brings the right Node, or install one from https://nodejs.org.',
  );
  process.exit(2);
}

// Compiled code is kept between starts (in the folder for temporary files), which halves the time of a start.
require('node:module').enableCompileCache();
