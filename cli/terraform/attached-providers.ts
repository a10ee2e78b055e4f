import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withTemporaryFolder } from "../files/temporary-folder";
import { attachedAt, type Started, startProvider } from "./provider-process";
import { type Line, openSwitchboard } from "./switchboard";

/**
 * Providers that stay up from one Terraform command to the next, as their debug mode is made for:
 * https://developer.hashicorp.com/terraform/plugin/debugging. Where Terraform starts its own, every
 * command begins with 4 s of the AWS provider's start and schemas; a stack's plan takes about
 * half the processor time with one that is up, for each of several configurations about 100 MB more
 * (Terraform 1.11, AWS provider 5.100, measured in November 2026).
 */
export interface AttachedProviders {
  /**
   * Runs a job that has a provider of the folder to itself. What it is given goes to Terraform as
   * TF_REATTACH_PROVIDERS; undefined where the provider cannot be had so, and Terraform starts it.
   */
  readonly lend: Lend;
  /** Runs a job that has several configurations of the provider: each gets a provider to itself. */
  readonly lendSeveral: Lend;
}

type Lend = <T>(folder: string, job: (attached: string | undefined) => Promise<T>) => Promise<T>;

/** Ends every provider that was started, also when the job fails or is interrupted. */
export function withAttachedProviders<T>(job: (providers: AttachedProviders) => Promise<T>): Promise<T> {
  return withTemporaryFolder(join(tmpdir(), "twinsite-provider-"), async (sockets) => {
    const pool = new Pool(sockets);
    const lend: Lend = async (folder, borrower) => {
      const provider = await pool.take(folder);
      try {
        return await borrower(provider.handshake && attachedAt(provider.handshake));
      } finally {
        pool.giveBack(provider);
      }
    };
    const lendSeveral: Lend = async (folder, borrower) => {
      const { handshake } = await pool.some(folder);
      if (handshake === undefined) return borrower(undefined);
      // The name is short, since a socket's path may have about a hundred characters.
      const socket = join(sockets, `board-${randomUUID().slice(0, 8)}`);
      const close = await openSwitchboard(socket, () => pool.line(folder));
      try {
        return await borrower(attachedAt({ ...handshake, socket }));
      } finally {
        close();
      }
    };
    try {
      return await job({ lend, lendSeveral });
    } finally {
      pool.end();
    }
  });
}

/** Providers that are up. Who asks gets the one that is up longest: it has its schemas ready, which take most of the memory. */
class Pool {
  private readonly sockets: string;
  private readonly started: Started[] = [];
  private readonly busy = new Set<Started>();
  private state: "open" | "ended" = "open";

  constructor(sockets: string) {
    this.sockets = sockets;
  }

  async take(folder: string): Promise<Started> {
    const idle = this.started.find((one) => one.folder === folder && !this.busy.has(one));
    const provider = idle ?? (await this.startOne(folder));
    this.busy.add(provider);
    if (idle === undefined) this.started.push(provider);
    return provider;
  }

  /** A provider that tells how all of its folder are reached; it may be in use by another job. */
  async some(folder: string): Promise<Started> {
    const known = this.started.find((one) => one.folder === folder);
    if (known !== undefined) return known;
    const provider = await this.take(folder);
    this.giveBack(provider);
    return provider;
  }

  async line(folder: string): Promise<Line | undefined> {
    const provider = await this.take(folder);
    const release = (): void => this.giveBack(provider);
    return provider.handshake === undefined ? undefined : { socket: provider.handshake.socket, release };
  }

  giveBack(provider: Started): void {
    this.busy.delete(provider);
  }

  end(): void {
    this.state = "ended";
    for (const { stop } of this.started) stop();
  }

  private async startOne(folder: string): Promise<Started> {
    const provider = await startProvider(folder, this.sockets);
    // Whoever asked may be gone by then.
    if (this.state === "ended") provider.stop();
    return provider;
  }
}
