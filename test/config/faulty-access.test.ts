import { parseDocument, visit } from "yaml";
import { readDeployment } from "../../config/read-deployment";
import { edited, swedenText } from "./faulty-sweden";

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
  const places: number[] = [];
  visit(parseDocument(swedenText), {
    Scalar: (key, { value, range }) => {
      if (key !== "key" && typeof value === "string" && range) places.push(range[0]);
    },
  });
  expect(places.length).toBeGreaterThan(100);
  for (const place of places) {
    const document = parseDocument(swedenText);
    visit(document, {
      Scalar: (_, node) => {
        if (node.range?.[0] === place) node.value = `${String(node.value)}${code}`;
      },
    });
    const told = faultsIn(document.toString({ lineWidth: 0 })).filter(([, what]) => what?.includes("Terraform takes for code"));
    expect([place, told.length]).toEqual([place, 1]);
  }
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
