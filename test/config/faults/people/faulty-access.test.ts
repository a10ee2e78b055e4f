import { parseDocument, visit } from "yaml";
import { readDeployment } from "../../../../config/read-deployment";
import { edited, swedenText } from "../faulty-sweden";

const faultsIn = (text: string) => {
  const reading = readDeployment(Buffer.from(text), "sweden.yaml");
  return reading.kind === "faulty" ? reading.faults.map(({ path, what }) => [path, what]) : [];
};

test("an address that Terraform would take for code is a fault, since it could send a file of the deployer's machine", () => {
  const endpoint = '"https://events.pager.example/${trimspace(file(\\"/etc/hostname\\"))}"';
  const faults = faultsIn(edited(["https://events.pager.example/integration/twinsite-sweden", endpoint]));
  expect(faults.map(([path]) => path)).toContain("onCall[0].endpoint");
});

test.each(["${path.cwd}", "%{ if true }x%{ endif }"])("no text of the file may hold %s, whatever its field", (code) => {
  const document = parseDocument(swedenText);
  const fields: string[] = [];
  visit(document, {
    Scalar: (key, node) => {
      if (key === "key" || typeof node.value !== "string") return;
      fields.push(node.value);
      node.value = `${node.value}${code}`;
    },
  });
  expect(fields.length).toBeGreaterThan(100);
  const told = faultsIn(document.toString({ lineWidth: 0 })).filter(([, what]) => what?.includes("Terraform takes for code"));
  expect(new Set(told.map(([path]) => path)).size).toBe(fields.length);
});

test.each(["https://user:secret@pager.example/x", "https://pager.example/a b", "https://pager.example/{x}"])(
  "%s is no address to post alarms to",
  (endpoint) => {
    const faults = faultsIn(edited(["https://events.pager.example/integration/twinsite-sweden", endpoint]));
    expect(faults.map(([path]) => path)).toEqual(["onCall[0].endpoint"]);
  },
);

test("one role may not have two duties, whatever its path and case", () => {
  const faults = faultsIn(edited(["platform/twinsite-key-administrator", "other/Twinsite-Deployer"]));
  expect(faults).toEqual([["access.keyAdministratorRole", '"other/Twinsite-Deployer" is also access.deployerRole.']]);
});

test("a role's path may not climb", () => {
  expect(faultsIn(edited(["platform/twinsite-key-administrator", "../../x"])).map(([path]) => path)).toEqual([
    "access.keyAdministratorRole",
  ]);
});
