import { measuredMetric } from "../../../design/foundation/metrics";
import { rateAlarms } from "../../../design/site/rate-alarms";
import { southKorea } from "../../south-korea";
import { sweden } from "../../sweden";

const thresholds = (alarms: ReturnType<typeof rateAlarms>) => Object.fromEntries(alarms.map(({ id, threshold }) => [id, threshold]));

test("an alarm rings at four fifths of every rate whose use AWS publishes, of what a lost zone leaves where zones have their own", () => {
  expect(thresholds(rateAlarms(sweden(), "a"))).toEqual({
    "rate-kms": 80,
    "rate-logs": 80,
    "rate-metrics": 80,
    // Two addresses of 1500 look-ups a second, in five minutes.
    "rate-resolver": 720_000,
    // Two zones of 100 Gbit/s, in bytes a minute.
    "rate-firewall": 1_200_000_000_000,
    "rate-attachment-bytes-in": 1_200_000_000_000,
    "rate-attachment-bytes-out": 1_200_000_000_000,
    "rate-attachment-packets-in": 720_000_000,
    "rate-attachment-packets-out": 720_000_000,
  });
  expect(thresholds(rateAlarms(southKorea(), "a"))).toMatchObject({ "rate-resolver": 360_000, "rate-firewall": 600_000_000_000 });
});

test("where AWS gave more, the alarm rings at four fifths of that", () => {
  const raised = { ...sweden(), capacity: { ...sweden().capacity, raisedRates: { networkAttachmentPackets: 10_000_000 } } };
  expect(thresholds(rateAlarms(raised, "a"))).toMatchObject({
    "rate-attachment-packets-in": 960_000_000,
    "rate-firewall": 1_200_000_000_000,
  });
});

test("a quota of the account is asked of Service Quotas each time, so that raising it moves the alarm", () => {
  const [kms] = rateAlarms(sweden(), "a");
  if (kms === undefined) throw new Error("no alarm on KMS");
  expect(measuredMetric(kms.metric, {})).toEqual({
    metricQuery: [
      { id: "share", expression: "used / SERVICE_QUOTA(used) * 100", label: "Per cent of the quota" },
      {
        id: "used",
        metric: {
          namespace: "AWS/Usage",
          metricName: "CallCount",
          stat: "Sum",
          period: 60,
          dimensions: { Service: "KMS", Type: "API", Resource: "CryptographicOperationsSymmetric", Class: "None" },
        },
      },
    ],
  });
});
