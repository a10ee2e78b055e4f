import type { GateOf } from "../../analysis/rollout/human-gate";
import { thousands } from "../text/numbers";
import { type Act, act, type Instructions } from "./instructions";

type TrustBundle = GateOf<"trustBundle">;

export function trustBundleInstructions({ region, bucket, bundle, limits }: TrustBundle): Instructions {
  return {
    title: `Upload the authorities that participants' certificates come from, in ${region}`,
    acts: [
      act(
        `${bundle} holds them in PEM. Read out who is in it: whoever is may issue a certificate that is let in.`,
        `openssl crl2pkcs7 -nocrl -certfile ${bundle} | openssl pkcs7 -print_certs -noout`,
      ),
      ...fitting(bundle, limits),
      quota({ region, bundle, limits }),
      act("Upload it.", `aws s3 cp ${bundle} s3://${bucket}/${bundle} --region ${region}`),
      act(
        "Its size is that of your file:",
        `aws s3api head-object --region ${region} --bucket ${bucket} --key ${bundle} --query ContentLength`,
      ),
    ],
    runbook: "docs/runbooks/certificate-rotation.md",
  };
}

/** AWS refuses the file otherwise, in the middle of an apply. */
function fitting(bundle: string, { certificateBytes, subjectBytes, chainDepth }: TrustBundle["limits"]): readonly Act[] {
  return [
    act("AWS takes no blank line, and nothing but certificates. Nothing is printed:", `grep -n '^[[:space:]]*$' ${bundle}`),
    act(
      `The largest certificate has at most ${thousands(certificateBytes)} bytes, all subjects together at most ${thousands(subjectBytes)}:`,
      `awk '/BEGIN CERTIFICATE/{n=0} {n+=length($0)+1} /END CERTIFICATE/{if(n>m)m=n} END{print m}' ${bundle}`,
      `openssl crl2pkcs7 -nocrl -certfile ${bundle} | openssl pkcs7 -print_certs -noout | sed -n 's/^subject=//p' | wc -c`,
    ),
    act(
      `A chain has at most ${chainDepth} certificates, from a participant's to its root. For one of each authority's, in the place of CLIENT.pem:`,
      `openssl verify -show_chain -CAfile ${bundle} CLIENT.pem | grep -c '^depth='`,
    ),
  ];
}

function quota({ region, bundle, limits }: Pick<TrustBundle, "bundle" | "limits" | "region">): Act {
  const { certificates, certificatesCode: code } = limits;
  const wanted = `--region ${region} --service-code elasticloadbalancing --quota-code ${code}`;
  return act(
    `A trust store takes ${certificates} certificates of authorities, unless the account asked for more. The first number is at most the second; ` +
      "if it is not, ask for it as COUNT, and upload when it was granted:",
    `grep -c 'BEGIN CERTIFICATE' ${bundle}`,
    `aws service-quotas get-service-quota ${wanted} --query Quota.Value --output text`,
    `aws service-quotas request-service-quota-increase ${wanted} --desired-value COUNT`,
  );
}
