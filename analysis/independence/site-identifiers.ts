import { blockIn, textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { regionsOf } from "../../synthesized/estate/provider";
import { siteOf, stacksOfOtherSites, stacksOfSite } from "../../synthesized/estate/stacks";
import { resourcesOf, type Template } from "../../synthesized/template";
import { declaredPrefix } from "../flows/terms/declared-prefix";
import { type Interval, overlap } from "../flows/terms/interval";

/** What another site's stacks must not name, each with the words for it. */
export interface Identifier {
  readonly kind: "Region" | "zone" | "state" | "stack" | "site";
  readonly text: string;
}

/** What is a site's own: the texts that lead to it, and its networks' addresses. */
export interface SiteIdentifiers {
  readonly identifiers: readonly Identifier[];
  readonly spaces: readonly Interval[];
}

/** What belongs to other sites and not to this one as well: two sites may be in one Region. */
export function foreignIdentifiers(estate: Estate, site: string): SiteIdentifiers {
  const own = identifiersOf(estate, stacksOfSite(estate, site));
  const others = identifiersOf(estate, stacksOfOtherSites(estate, site));
  const mine = new Set(own.identifiers.map(({ text }) => text));
  return {
    identifiers: others.identifiers.filter(({ text }) => !mine.has(text)),
    spaces: others.spaces.filter((space) => !own.spaces.some((one) => overlap(one, space))),
  };
}

function identifiersOf(estate: Estate, stacks: readonly Template[]): SiteIdentifiers {
  const identifiers = stacks.flatMap((template) => [
    ...written(regionsOf(template)).map((text): Identifier => ({ kind: "Region", text })),
    ...zonesOf(template).map((text): Identifier => ({ kind: "zone", text })),
    ...statesOf(template).map((text): Identifier => ({ kind: "state", text })),
    { kind: "stack" as const, text: template.stack },
    ...(siteOf(template) === undefined ? [] : [{ kind: "site" as const, text: siteOf(template) ?? "" }]),
  ]);
  return {
    identifiers: [...new Map(identifiers.map((identifier) => [identifier.text, identifier])).values()],
    spaces: stacks.flatMap((template) =>
      resourcesOf(template, "aws_vpc").flatMap(({ attributes }) => declaredPrefix(estate, template, attributes["cidr_block"]) ?? []),
    ),
  };
}

/** Zones that subnets lie in: by id, or by a name that starts with the Region's. */
function zonesOf(template: Template): readonly string[] {
  return written(resourcesOf(template, "aws_subnet").map(({ attributes }) => textAt(attributes, "availability_zone_id")));
}

/** Where a state lies: its file, object and bucket. A bucket that both sites' states lie in is nobody's. */
function statesOf({ backend }: Template): readonly string[] {
  const settings = backend === undefined ? {} : backend.settings;
  const workspace = blockIn(settings, "workspaces");
  return written([...["path", "key", "bucket"].map((key) => textAt(settings, key)), workspace && textAt(workspace, "name")]);
}

function written(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined && text !== "" && !text.includes("${")).map(String);
}
