#!/usr/bin/env node
"use strict";
// cdktf's own program, for `npx cdktf` and `twinsite deploy`. A package in its bundle asks whether there
// is a browser's storage. Node has one from 25 on, and warns whoever asks that no file was named for it:
// here there is none, as in the Nodes before.
Reflect.deleteProperty(globalThis, "localStorage");
// It tells the version of the package that the main program's file is in.
module.filename = require.resolve("cdktf-cli/bundle/bin/cdktf.js");
require(module.filename);
