import type { Colors } from "picocolors/types";

/** What a report can be written as, each by the name that the command line has for it. */
export type Form = "text" | "json" | "markdown";

export type Renderer<Report> = (report: Report, colors: Colors) => string;

/** A renderer by name for each form of a report: where one is forgotten, nothing compiles. */
export type Renderers<Report, Forms extends Form> = Readonly<Record<Forms, Renderer<Report>>>;
