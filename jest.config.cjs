/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  globalSetup: "<rootDir>/test/global-setup.ts",
  globalTeardown: "<rootDir>/test/global-teardown.ts",
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } }] },
  // What takes the real Terraform longest is asked for by TWINSITE_TESTS=whole, as .ci/run does.
  testPathIgnorePatterns: ["/node_modules/", ...(process.env.TWINSITE_TESTS === "whole" ? [] : ["\\.whole\\.test\\.ts$"])],
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out/", "<rootDir>/out/"],
  // Jest leaves one core to itself, which does little: of two cores it would use one.
  maxWorkers: "100%",
  // Some tests start whole programs, on machines that do other things too.
  testTimeout: 60_000,
};
