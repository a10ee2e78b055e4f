#!/usr/bin/env node
"use strict";
require("./run.js").run("cli/main.ts", process.argv.slice(2));
