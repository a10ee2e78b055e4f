import { bucketName, reconciliationBucket } from "../../design/naming";
import { stateBucket } from "../../design/state";
import { regions } from "../../facts/regions";
import { sweden } from "../sweden";

test("every bucket's name fits S3's 63 characters, for the longest deployment name in the longest Region", () => {
  const deployment = { ...sweden(), name: "sixteen-letters1" };
  for (const { region } of regions) {
    for (const name of [
      stateBucket(deployment, region),
      reconciliationBucket(deployment, region),
      bucketName(deployment, "archive", region),
    ]) {
      expect(name.length).toBeLessThanOrEqual(63);
    }
  }
});
