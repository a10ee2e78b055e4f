/** A call of the system that failed, as Node tells it. */
interface SystemError {
  readonly message: string;
  readonly syscall: unknown;
  readonly code?: string;
  readonly path?: string;
}

export function isSystemError(error: unknown): error is SystemError {
  return typeof error === "object" && error !== null && "syscall" in error && "message" in error;
}

const problems: Readonly<Record<string, string>> = {
  EACCES: "may not be read or written; look at its rights and those of its folders, or name another place",
  EPERM: "may not be changed; look at its owner and rights, or name another place",
  EROFS: "lies where nothing can be written; name another place",
  ENOSPC: "cannot be written, the disk is full; make room, or name another place",
  ENOENT: "is not there, or a folder on the way to it is not; look at the path, and at links that lead nowhere",
  ENOTDIR: "cannot be reached, a file is in the place of a folder; look at the path",
  EEXIST: "is there already, and is no folder; move it away, or name another place",
  EISDIR: "is a folder, where a file is needed; move it away, or name another place",
  ELOOP: "is a link that leads back to itself; remove the link, or name another place",
  ENAMETOOLONG: "is too long for a name; choose a shorter one",
};

/** What the system did not allow, in words, with what to do. */
export function systemProblem({ code = "", path, message }: SystemError): string {
  const problem = problems[code];
  return problem === undefined || path === undefined ? message : `${path} ${problem} (${code}).`;
}
