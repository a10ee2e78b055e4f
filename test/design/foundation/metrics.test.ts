import { type Metric, measuredMetric } from "../../../design/foundation/metrics";

const requests: Metric<"webFilter"> = { of: "webFilter", name: "BlockedRequests", statistic: "Sum", periodSeconds: 60 };

test("a metric is read under its subject's namespace and dimensions, and under no others that are known", () => {
  expect(measuredMetric(requests, { WebACL: "acl", Region: "eu-north-1", LoadBalancer: "app/x" })).toEqual({
    namespace: "AWS/WAFV2",
    metricName: "BlockedRequests",
    statistic: "Sum",
    period: 60,
    dimensions: { WebACL: "acl", Region: "eu-north-1", Rule: "ALL" },
  });
});

test("a metric whose subject nobody names is refused, with the dimension that is missing", () => {
  expect(() => measuredMetric(requests, { WebACL: "acl" })).toThrow(
    "metric BlockedRequests is read without a value for its dimension Region",
  );
});

test("a metric of our own has a namespace and no dimensions", () => {
  const own: Metric = { of: { namespace: "twinsite/x" }, name: "root-use", statistic: "Sum", periodSeconds: 300 };
  expect(measuredMetric(own, {})).toEqual({ namespace: "twinsite/x", metricName: "root-use", statistic: "Sum", period: 300 });
});

test("a query asks for every series that has the subject's dimensions, and quotes a name that is a word of its language", () => {
  const query = { id: "worst" };
  const metric: Metric = { of: "dsqlConnectionQuota", name: "ResourceCount", statistic: "Maximum", periodSeconds: 60, query };
  const condition = "Service = 'AuroraDSQL' AND \"Resource\" = 'ClusterConnectionCount' AND ResourceId = 'cluster/abc'";
  expect(measuredMetric(metric, { ResourceId: "cluster/abc" })).toEqual({
    metricQuery: [{ id: "worst", expression: `SELECT MAX(ResourceCount) FROM "AWS/Usage" WHERE ${condition}`, period: 60 }],
  });
});

test("a query about many subjects at once names the dimension that tells them apart, and no value of it", () => {
  const query = { id: "failed", label: "Lost events" };
  const metric: Metric = { of: "eventRules", name: "FailedInvocations", statistic: "Sum", periodSeconds: 300, query };
  expect(measuredMetric(metric, {})).toEqual({
    metricQuery: [{ ...query, expression: 'SELECT SUM(FailedInvocations) FROM SCHEMA("AWS/Events", RuleName)', period: 300 }],
  });
});
