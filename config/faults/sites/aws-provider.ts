import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/** 5.100.0 brought `aws_dsql_cluster` and is what CI plans with; a new major version breaks arguments. */
const OLDEST = [5, 100, 0] as const;
const FIRST_UNTRIED_MAJOR = 7;

export function awsProviderFindings({ awsProvider }: Draft): readonly Finding[] {
  if (awsProvider === undefined) return [];
  const [major = 0, minor = 0] = awsProvider.split(".").map(Number);
  const old = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  if (!old && major < FIRST_UNTRIED_MAJOR) return [];
  return [
    {
      path: ["awsProvider"],
      at: "value",
      what: old
        ? `${awsProvider} is too old: it lacks resources that the design needs.`
        : `${awsProvider} is of a major version that nobody tried.`,
      allowed: `From ${OLDEST.join(".")} and below ${FIRST_UNTRIED_MAJOR}.0.0.`,
      mend: `Write ${OLDEST.join(".")}, the version that is planned with in CI.`,
    },
  ];
}
