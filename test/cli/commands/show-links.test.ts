import { join } from "node:path";
import { edited } from "../../config/faults/faulty-sweden";
import { temporaryFolders, writeFiles } from "../temporary";
import { twinsite } from "../twinsite";

const newFolder = temporaryFolders();

function deployment(text: string): string {
  const folder = newFolder();
  writeFiles(folder, { "twin.yaml": text });
  return join(folder, "twin.yaml");
}

test("show links says what a link's router must be set to, within 100 columns", () => {
  const { exitCode, stdout, stderr } = twinsite(["show", "links"]);
  const lines = stdout.split("\n");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  const start = lines.indexOf("stockholm-1-eqsk1");
  expect(lines.slice(0, 10)).toEqual([
    "sweden: router hand-over, 4 links",
    "",
    "Every session",
    "  announce    10.200.0.0/16, 10.201.0.0/16, 10.210.0.0/24, 10.220.0.0/26",
    "  communities 7224:7200 on every prefix that you announce: both sites then use all links at once",
    "  BFD         on, 300 ms x 3: a silent failure is noticed after 0.9 s",
    "  BGP         keepalive 30 s, hold 90 s; graceful restart off, which does not go with BFD",
    "  packets     AWS sends BGP with time to live 1; no multihop",
    "  MD5         always on; AWS makes the key, and tells it as authKey in aws directconnect",
    "              describe-virtual-interfaces",
  ]);
  expect(lines.slice(start, start + 13)).toEqual([
    "stockholm-1-eqsk1",
    "  port        twinsite-sweden-stockholm-1-eqsk1, 100Gbps, device 1 of EQSK1 (Equinix Sweden SK1,",
    "              Stockholm), ordered in eu-north-1",
    "  MACsec      required, GCM-AES-XPN-256, must encrypt; static CAK of 256 bits, SCI on, VLAN tag",
    "              encrypted",
    "  circuit     dark fibre of Malar Fibre from stockholm-1, encrypted end to end by macsec",
    "  way         route north-ring; ducts duct-n-1, duct-n-2; building entry north-entry",
    "  offer       25,000 USD a month, 15 to 30 days, at most 1 ms there and back (Trade article of",
    "              October 2025, quotes to a Stockholm bank, 2025-03)",
    "",
    "SITE    VLAN  MTU   YOUR ASN  YOUR ADDRESS      AWS ASN  AWS ADDRESS       AWS ANNOUNCES",
    "site-a  101   8500  65010     169.254.100.1/30  64513    169.254.100.2/30  10.16.0.0/16",
    "site-b  102   8500  65010     169.254.100.5/30  64515    169.254.100.6/30  10.32.0.0/16",
  ]);
});

test("what is unknown, awaited or not encrypted is said so", () => {
  const key = `    macsecSecretArn: arn:aws:secretsmanager:eu-north-1:111122223333:secret:directconnect!prod/eu-north-1/directconnect/${"a1".repeat(32)}-AbCdEf\n`;
  const { stdout } = twinsite(["show", "links", "--deployment", deployment(edited([key, ""], ["by: tls", "by: none"]))]);
  expect(stdout).toContain("required, GCM-AES-XPN-256; awaits its first key, and has no session until then");
  expect(stdout).toContain("from stockholm-2, not encrypted end to end");
  expect(stdout).toContain("route unknown; ducts unknown; building entry unknown");
});

test("numbers of circuits elsewhere are no offer", () => {
  const { stdout } = twinsite(["show", "links", "--deployment", "config/deployments/south-korea.yaml"]);
  expect(stdout.match(/^ {2}offer {7}none yet; payments-platform takes from elsewhere: /gm)).toHaveLength(5);
});

test("--markdown is a page with a chapter and a table per link", () => {
  const { stdout } = twinsite(["show", "links", "--markdown"]);
  expect(stdout.match(/^## stockholm-\d-\w+$/gm)).toHaveLength(4);
  expect(stdout).toContain("| site-b | 132 | 8500 | 65020 | 169.254.100.29/30 | 64515 | 169.254.100.30/30 | 10.32.0.0/16 |");
});

test("--json has every link, and nothing else is on standard output", () => {
  const { stdout } = twinsite(["show", "links", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    deployment: "sweden",
    everySession: {
      community: "7224:7200",
      detectionSeconds: 0.9,
      youAnnounce: ["10.200.0.0/16", "10.201.0.0/16", "10.210.0.0/24", "10.220.0.0/26"],
    },
    links: Array.from({ length: 4 }, () => ({ macsec: { state: "keyed" }, sessions: [{ site: "site-a" }, { site: "site-b" }] })),
  });
});

test("two forms at once are refused", () => {
  const { exitCode, stderr } = twinsite(["show", "links", "--json", "--markdown"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("'--markdown' cannot be used with option '--json'");
});

test("a deployment with faults has no hand-over: its faults are told, with 2", () => {
  const { exitCode, stdout, stderr } = twinsite([
    "show",
    "links",
    "--deployment",
    deployment(edited(["vlan: { a: 101, b: 102 }", "vlan: { a: 101, b: 101 }"])),
  ]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain("VLAN 101 is also links[0].vlan.a");
});
