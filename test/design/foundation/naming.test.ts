import { bucketName, reconciliationBucket } from "../../../design/foundation/naming";
import { stateBucket } from "../../../design/foundation/state";
import { regions } from "../../../facts/regions";
import { sweden } from "../../sweden";

test("every bucket's name fits S3's 63 characters, for the longest deployment name in the longest Region", () => {
  const deployment = { ...sweden(), name: "sixteen-letters1" };
  const { a, b } = deployment.sites;
  for (const { region } of regions) {
    const here = { ...deployment, sites: { a: { ...a, region }, b } };
    const inOneRegion = { ...deployment, sites: { a: { ...a, region }, b: { ...b, region } } };
    for (const name of [
      stateBucket(deployment, region),
      reconciliationBucket(here, "a"),
      reconciliationBucket(inOneRegion, "b"),
      bucketName(deployment, "archive", region),
    ]) {
      expect(name.length).toBeLessThanOrEqual(63);
    }
  }
});
