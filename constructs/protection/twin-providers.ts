import type { TerraformProvider } from "cdktf";

/** The providers of both sites' Regions, for what is drawn in both. */
export type TwinProviders = Readonly<Record<"a" | "b", TerraformProvider>>;
