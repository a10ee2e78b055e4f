import { directConnectLocations, portSpeeds } from "../../facts/direct-connect-locations";
import { flagAt, textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { accountOf } from "../../synthesized/estate/provider";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { placeOf } from "./place";
import { missing, type Piece, unreadable } from "./step";

/** A port: where AWS sells it, and whether what it carries is encrypted where it can be. */
export function portPieces(estate: Estate, port: StackBlock): readonly Piece[] {
  return [...soldPieces(estate, port), ...encryptionPieces(estate, port)];
}

/** Ports are ordered weeks before anybody can have a key for them; until then nothing is to come by them. */
export function awaitsKey(estate: Estate, port: StackBlock): boolean {
  const { attributes } = port.block;
  const canEncrypt = flagAt(attributes, "request_macsec") === true;
  return canEncrypt && textAt(attributes, "encryption_mode") === undefined && keysOf(estate, port).length === 0;
}

function keysOf(estate: Estate, port: StackBlock): readonly StackBlock[] {
  return blocksNaming(estate, port, { type: "aws_dx_macsec_key_association", key: "connection_id" });
}

function soldPieces(estate: Estate, port: StackBlock): readonly Piece[] {
  const { attributes } = port.block;
  const [code, speed, place] = [textAt(attributes, "location"), textAt(attributes, "bandwidth"), placeOf(estate, port)];
  const location = directConnectLocations.find((one) => one.code === code || (one.apiCode !== undefined && one.apiCode === code));
  if (location === undefined) return [unreadable(`where ${textOf(port)} is cannot be told: ${code ?? "no location"} is not known here`)];
  const isSold = portSpeeds.some((one) => one === speed && location.portSpeeds.includes(one));
  return [
    ...(place === location.associatedRegion
      ? []
      : [missing(`${textOf(port)} is ordered in ${place ?? "no Region"}, and AWS sells ${location.code} in ${location.associatedRegion}`)]),
    ...(isSold ? [] : [missing(`${textOf(port)} has ${speed ?? "no speed"}, which AWS does not sell at ${location.code}`)]),
  ];
}

/** Once there is a key, nothing may pass in clear; without one, a port that must encrypt carries nothing. */
function encryptionPieces(estate: Estate, port: StackBlock): readonly Piece[] {
  const { attributes } = port.block;
  const keys = keysOf(estate, port);
  const [canEncrypt, mode] = [flagAt(attributes, "request_macsec") === true, textAt(attributes, "encryption_mode") ?? "no_encrypt"];
  if (keys.length === 0) {
    return mode === "no_encrypt" ? [] : [missing(`${textOf(port)} is to encrypt, and has no key: it carries nothing, or all in clear`)];
  }
  return [
    ...(mode === "must_encrypt" ? [] : [missing(`${textOf(port)} has a key, and need not encrypt`)]),
    ...(canEncrypt ? [] : [missing(`${textOf(port)} has a key, and was not ordered to be able to encrypt`)]),
    ...keys.flatMap((key) => keyPieces(estate, key, port)),
  ];
}

const SECRET = /^arn:aws:secretsmanager:([a-z0-9-]+):(\d{12}):secret:directconnect!/;

/** Direct Connect keeps each key as a secret of its own, where the port is (directconnect/latest/UserGuide/create-macsec-dedicated, from memory). */
function keyPieces(estate: Estate, key: StackBlock, port: StackBlock): readonly Piece[] {
  const [, region, account] = SECRET.exec(textAt(key.block.attributes, "secret_arn") ?? "") ?? [];
  const isHere = region === placeOf(estate, port) && account === accountOf(key.template);
  return isHere ? [] : [missing(`${textOf(key)} names no secret of Direct Connect in the Region and account of ${textOf(port)}`)];
}
