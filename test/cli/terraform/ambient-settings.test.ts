import { refuseAmbientSettings } from "../../../cli/terraform/ambient-settings";
import { temporaryFolders, writeOutput } from "../temporary";
import { twinsite } from "../twinsite";

const newFolder = temporaryFolders();

test("what leads to the providers, and the default workspace, is no obstacle", () => {
  const harmless = {
    HOME: "/home/x",
    TF_CLI_CONFIG_FILE: "x.tfrc",
    TF_PLUGIN_CACHE_DIR: "/cache",
    TF_WORKSPACE: "default",
    TF_CLI_ARGS: "",
    TF_LOG: "debug",
  };
  expect(() => refuseAmbientSettings(harmless)).not.toThrow();
});

test("all that would change what Terraform does is named at once, with the mend", () => {
  const environment = {
    TF_WORKSPACE: "trial",
    TF_VAR_x: "1",
    TF_CLI_ARGS_plan: "-destroy",
    TF_DATA_DIR: "/x",
    TF_REATTACH_PROVIDERS: "{}",
  };
  expect(() => refuseAmbientSettings(environment)).toThrow(
    /^the environment would have Terraform .*TF_CLI_ARGS_plan adds arguments to every call.*TF_WORKSPACE chooses another state.*unset TF_CLI_ARGS_plan TF_DATA_DIR TF_REATTACH_PROVIDERS TF_VAR_x TF_WORKSPACE$/,
  );
});

test.each([[["plan"]], [["rehearse"]], [["deploy", "--shared", "--auto-approve"]], [["deploy", "--dry-run"]]])(
  "%j refuses it before anything is run",
  (args) => {
    const folder = newFolder();
    writeOutput(folder, { "site-a": { template: {} } });
    const { exitCode, stderr } = twinsite([...args, "--in", folder], { environment: { TF_WORKSPACE: "trial" }, folder });
    expect(exitCode).toBe(2);
    expect(stderr.replaceAll(/\s+/g, " ")).toContain("TF_WORKSPACE chooses another state. Nothing was run. Mend it: unset TF_WORKSPACE");
  },
);
