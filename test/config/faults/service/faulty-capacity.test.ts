import { readDeployment } from "../../../../config/read-deployment";
import { builtFindings } from "../../../../design/limits/limits";
import { edited, type FaultyCase, faultsOf, told } from "../faulty-sweden";

const cases: readonly FaultyCase[] = [
  {
    title: "a task with less memory than Fargate gives to its processors",
    edits: [["memoryGiB: 8", "memoryGiB: 7"]],
    faults: [
      [
        "capacity.task.memoryGiB",
        "7",
        "Fargate has no task of 4 vCPU and 7 GiB.",
        "Choose another memory, or another number of processors.",
      ],
    ],
  },
  {
    title: "a task with memory between two steps",
    edits: [["vcpu: 4\n    memoryGiB: 8", "vcpu: 8\n    memoryGiB: 18"]],
    faults: [
      [
        "capacity.task.memoryGiB",
        "18",
        "Fargate has no task of 8 vCPU and 18 GiB.",
        "Choose another memory, or another number of processors.",
      ],
    ],
  },
  {
    title: "a peak of more cells than names have digits for",
    edits: [["    paymentsPerSecond: 40000", "    paymentsPerSecond: 404"]],
    faults: [
      [
        "capacity.peakPaymentsPerSecond",
        "40000",
        "The peak needs 100 cells of 404 payments a second.",
        "Measure whether a cell carries more, or divide the service into two deployments.",
      ],
    ],
  },
  {
    title: "a raised quota that is no raise",
    edits: [["fargateVcpus: 640", "fargateVcpus: 6"]],
    faults: [["capacity.raisedQuotas.fargateVcpus", "6", "6 is too small.", "Write it like `640`, with your own value."]],
  },
  {
    title: "a quota that AWS raises for nobody",
    edits: [["fargateVcpus: 640", "tasksPerService: 6000"]],
    faults: [["capacity.raisedQuotas.tasksPerService", "tasksPerService:", '"tasksPerService" is not a known key.', "Remove it."]],
  },
  {
    title: "two load balancers that hand on to two ports",
    edits: [
      [
        "    from: privateFront\n    to: paymentService\n    protocol: tcp\n    port: 8443",
        "    from: privateFront\n    to: paymentService\n    protocol: tcp\n    port: 9000",
      ],
    ],
    faults: [
      ["flows[6].port", "9000", "A load balancer hands on to port 9000, another to 8443.", "Write 8443 here, or the same port at both."],
    ],
  },
  {
    title: "a service that would need a privilege to listen",
    edits: [
      [
        "    from: twinFront\n    to: paymentService\n    protocol: tcp\n    port: 8444",
        "    from: twinFront\n    to: paymentService\n    protocol: tcp\n    port: 843",
      ],
    ],
    faults: [["flows[15].port", "843", "The payment service would have to listen on port 843.", "Choose a port above, such as 8443."]],
  },
];

test.each(cases)("$title is told with its mend", ({ edits, faults }) => {
  expect(told(edited(...edits))).toEqual(expect.arrayContaining([...faults]));
});

test("99 cells, and the most memory of every size, pass", () => {
  expect(told(edited(["    paymentsPerSecond: 40000", "    paymentsPerSecond: 405"]))).toEqual([]);
  for (const [vcpu, memoryGiB] of [
    [1, 8],
    [2, 16],
    [4, 30],
    [8, 60],
    [16, 120],
  ]) {
    expect(faultsOf(edited(["vcpu: 4\n    memoryGiB: 8", `vcpu: ${vcpu}\n    memoryGiB: ${memoryGiB}`]))).toEqual([]);
  }
});

const toldWithDesign = (text: string) => {
  const reading = readDeployment(new TextEncoder().encode(text), "sweden.yaml", builtFindings);
  return reading.kind === "sound" ? [] : reading.faults.map(({ path, what, mend }) => [path, what, mend]);
};

test("a cell of more tasks than an ECS service takes is told at the cell", () => {
  const crowded = edited(["    paymentsPerSecond: 500", "    paymentsPerSecond: 11"], ["fargateVcpus: 640", "fargateVcpus: 30000"]);
  expect(toldWithDesign(crowded)).toEqual([
    [
      "capacity.cell.paymentsPerSecond",
      "A cell needs 5457 tasks.",
      "Declare smaller cells, which are more then, or tasks that carry more.",
    ],
  ]);
});

test("an address space that the tasks of the peak do not fit in is told at its site", () => {
  const narrow = (space: string) => edited(["addressSpace: 10.16.0.0/16", `addressSpace: ${space}`], ["[10.16.0.0/16]", "[10.16.1.0/24]"]);
  expect(toldWithDesign(narrow("10.16.0.0/21"))).toEqual([]);
  expect(toldWithDesign(narrow("10.16.0.0/22"))).toEqual([
    [
      "sites.a.addressSpace",
      "10.16.0.0/22 leaves 43 addresses for tasks and private load balancers in a zone, and the peak needs 83.",
      "Declare a wider address space before anything is built in it, or tasks and cells that carry more.",
    ],
  ]);
});

test("a peak that a raised quota cannot carry is told at the quota", () => {
  expect(toldWithDesign(edited(["fargateVcpus: 640", "fargateVcpus: 599"])).map(([path, what]) => [path, what])).toEqual([
    [
      "capacity.raisedQuotas.fargateVcpus",
      'The peak needs 600 of AWS\'s quota "Fargate On-Demand vCPU resource count", and there are 599.',
    ],
  ]);
});
