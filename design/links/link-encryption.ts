import type { Link } from "../../config/deployment";
import { macsecCiphers } from "../../facts/direct-connect";
import type { PortSpeed } from "../../facts/direct-connect-locations";

/**
 * How far a port's MACsec has come. Between order and key stands a person: the first key goes in by
 * the AWS CLI, so that it never lies in a state file, and only then is there a secret to name.
 */
export type LinkEncryption =
  | { readonly state: "notUsed" }
  | { readonly state: "awaitsKey"; readonly cipher: string }
  | { readonly state: "keyed"; readonly cipher: string; readonly secretArn: string };

export function linkEncryption({ macsec, macsecSecretArn, speed }: Link): LinkEncryption {
  if (macsec === "notUsed") return { state: "notUsed" };
  const cipher = strongestCipher(speed);
  return macsecSecretArn === undefined ? { state: "awaitsKey", cipher } : { state: "keyed", cipher, secretArn: macsecSecretArn };
}

function strongestCipher(speed: PortSpeed): string {
  const [cipher] = macsecCiphers[speed];
  if (cipher === undefined) throw new Error(`ports of ${speed} have no MACsec`);
  return cipher;
}
