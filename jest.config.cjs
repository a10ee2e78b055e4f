/** Packages that are ES modules only: Jest requires what it loads, and Node 20.9 cannot require those as they are. */
const modulesOnly = ["ansi-regex", "ansi-styles", "get-east-asian-width", "string-width", "strip-ansi", "wrap-ansi"].join("|");
const toCommonJs = (syntax) => ["@swc/jest", { jsc: { parser: { syntax }, target: "es2022" }, module: { type: "commonjs" } }];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  globalSetup: "<rootDir>/test/global-setup.ts",
  globalTeardown: "<rootDir>/test/global-teardown.ts",
  transform: { "^.+\\.ts$": toCommonJs("typescript"), [`/node_modules/(${modulesOnly})/.+\\.js$`]: toCommonJs("ecmascript") },
  transformIgnorePatterns: [`/node_modules/(?!(${modulesOnly})/)`],
  // What takes the real Terraform longest is asked for by TWINSITE_TESTS=whole, as .ci/run does.
  testPathIgnorePatterns: ["/node_modules/", ...(process.env.TWINSITE_TESTS === "whole" ? [] : ["\\.whole\\.test\\.ts$"])],
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out/", "<rootDir>/out/"],
  // Jest leaves one core to itself, which does little: of two cores it would use one.
  maxWorkers: "100%",
  // Some tests start whole programs, on machines that do other things too.
  testTimeout: 60_000,
};
