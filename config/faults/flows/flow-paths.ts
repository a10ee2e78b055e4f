import { type BuiltPath, builtPaths, endKind, endWords, pathWords } from "../../built-paths";
import type { Draft, DraftFlow } from "../../draft";
import type { Finding } from "../../fault";

/** Flows over ways that are built, by the protocol and port that the way has. */
export function flowPathFindings(draft: Draft): readonly Finding[] {
  return draft.flows.flatMap((flow, index) => {
    const [from, to] = [endKind(draft, flow.from), endKind(draft, flow.to)];
    if (from === undefined || to === undefined) return [];
    const path = builtPaths.find((built) => built.from === from && built.to === to);
    if (path !== undefined) return limitFindings(flow, index, path);
    return [
      {
        path: ["flows", index, "to"],
        at: "value" as const,
        what: `A way from ${endWords(from)} to ${endWords(to)} is not built.`,
        allowed: `From ${builtPaths.map(pathWords).join("; ")}.`,
        mend: "Lead the flow over one of these ways, or remove it.",
      },
    ];
  });
}

function limitFindings(flow: DraftFlow, index: number, path: BuiltPath): readonly Finding[] {
  const wrongProtocol = flow.protocol !== undefined && !path.protocols.includes(flow.protocol);
  const wrongPort = flow.port !== undefined && path.port !== "any" && flow.port !== path.port;
  return [
    ...(wrongProtocol
      ? [limit(["flows", index, "protocol"], path, { found: `${flow.protocol}`, needed: path.protocols.join(" or ") })]
      : []),
    ...(wrongPort ? [limit(["flows", index, "port"], path, { found: `Port ${flow.port}`, needed: `${path.port}` })] : []),
  ];
}

function limit(path: Finding["path"], built: BuiltPath, { found, needed }: { readonly found: string; readonly needed: string }): Finding {
  return {
    path,
    at: "value",
    what: `${found} does not pass from ${endWords(built.from)} to ${endWords(built.to)}.`,
    allowed: `From ${pathWords(built)}.`,
    mend: `Write ${needed}.`,
  };
}
