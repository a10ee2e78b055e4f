import { edited, type FaultyCase, told } from "../faulty-sweden";

const bundle = "\n  trustBundle: psd2-authorities-2026-11.pem";

const cases: readonly FaultyCase[] = [
  {
    title: "a way in that does not say what listens",
    edits: [["    listener: api\n", ""]],
    faults: [
      [
        "flows[0].listener",
        "name:",
        "A flow from internet to internetFront does not say what listens.",
        "Add `listener: api` or `listener: mutualTls`.",
      ],
    ],
  },
  {
    title: "a listener for other callers",
    edits: [["    listener: health\n", "    listener: privateLine\n"]],
    faults: [
      [
        "flows[2].listener",
        "privateLine",
        "The listener privateLine is not for callers from healthCheckers to internetFront.",
        "Write `listener: health`.",
      ],
      ["flows[4].port", "443", "Private lines end at port 9443 already, by flows[2].", "Write 9443."],
    ],
  },
  {
    title: "a listener where nothing listens",
    edits: [["    to: ledger\n", "    to: ledger\n    listener: api\n"]],
    faults: [
      ["flows[9].listener", "listener:", "A flow from paymentService to ledger has a listener.", "Remove `listener`."],
      ["flows[9].listener", "api", "flows[0] has the listener api already.", "Join the two, or give this one another listener."],
    ],
  },
  {
    title: "a word that is no listener",
    edits: [["    listener: mutualTls\n", "    listener: mutualTsl\n"]],
    faults: [
      [
        "flows[1].listener",
        "mutualTsl",
        '"mutualTsl" is not one of the values that can stand here.',
        "Write `mutualTls`, if that was meant.",
      ],
    ],
  },
  {
    title: "one listener on two ports",
    edits: [
      ["    listener: mutualTls\n", "    listener: api\n"],
      [bundle, ""],
    ],
    faults: [["flows[1].listener", "api", "flows[0] has the listener api already.", "Join the two, or give this one another listener."]],
  },
  {
    title: "two listeners on one port",
    edits: [["    port: 9443\n", "    port: 443\n"]],
    faults: [["flows[2].port", "443", "Port 443 is where the listener api is, by flows[0].", "Choose another port for one of the two."]],
  },
  {
    title: "private lines on two ports",
    edits: [
      [
        "  - name: private-line-fixed-addresses",
        "  - name: clearing-api\n    from: clearing\n    to: privateFront\n    protocol: tcp\n    port: 8443\n    listener: privateLine\n    purpose: Messages of the clearing system\n  - name: private-line-fixed-addresses",
      ],
    ],
    faults: [["flows[5].port", "8443", "Private lines end at port 443 already, by flows[4].", "Write 443."]],
  },
  {
    title: "a private line that ends at its fixed addresses",
    edits: [["    from: privateFront\n    to: privateFront\n", "    from: privateFront\n    to: paymentService\n"]],
    faults: [
      [
        "flows[4]",
        "name:",
        "What comes in here ends there: no flow goes from privateFront to privateFront.",
        "Add that flow, with tcp and its port.",
      ],
      ["flows[5].port", "443", "The payment service would have to listen on port 443.", "Choose a port above, such as 8443."],
      ["flows[5].port", "443", "A load balancer hands on to port 443, another to 8443.", "Write 8443 here, or the same port at both."],
    ],
  },
  {
    title: "TLS of private lines on two ports",
    edits: [
      [
        "  - name: private-line-to-service",
        "  - name: second-way-through\n    from: privateFront\n    to: privateFront\n    protocol: tcp\n    port: 8443\n    purpose: A second way through\n  - name: private-line-to-service",
      ],
    ],
    faults: [["flows[6]", "name:", "flows[5] goes from privateFront to privateFront already, to port 443.", "Remove one of the two."]],
  },
  {
    title: "a site that nobody asks for its health",
    edits: [
      [
        `  - name: health-checks\n    from: healthCheckers\n    to: internetFront\n    protocol: tcp\n    port: 9443\n    listener: health\n    purpose: Route 53 asks whether payments go through this site\n`,
        "",
      ],
    ],
    faults: [
      ["flows", "flows:", "Nobody asks whether payments go through a site.", "Add it, with tcp, a port of its own and `listener: health`."],
    ],
  },
  {
    title: "certificates of nobody in particular",
    edits: [[bundle, ""]],
    faults: [
      [
        "flows[1].listener",
        "mutualTls",
        "Clients' certificates are asked for, and no authority is named.",
        "Name the file with the authorities in `service.trustBundle`.",
      ],
    ],
  },
  {
    title: "authorities of certificates that nobody is asked for",
    edits: [
      [
        "  - name: participant-api\n    from: internet\n    to: internetFront\n    protocol: tcp\n    port: 8443\n    listener: mutualTls\n    purpose: Payment initiation by PSD2 participants with certificates of their own\n",
        "",
      ],
    ],
    faults: [
      [
        "service.trustBundle",
        "trustBundle:",
        "Nobody is asked for a certificate that these authorities could have issued.",
        "Remove it, or add a flow from internet to internetFront with `listener: mutualTls`.",
      ],
    ],
  },
];

describe("a fault of what listens", () => {
  test.each(cases)("$title is told with its place and how to mend it, and nothing else is", ({ edits, faults }) => {
    expect(told(edited(...edits))).toEqual(faults);
  });
});

test("two parties on private lines at one port pass", () => {
  const second =
    "  - name: clearing-api\n    from: clearing\n    to: privateFront\n    protocol: tcp\n    port: 443\n    listener: privateLine\n    purpose: Messages of the clearing system\n";
  expect(told(edited(["  - name: private-line-fixed-addresses", `${second}  - name: private-line-fixed-addresses`]))).toEqual([]);
});
