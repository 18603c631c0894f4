/** Ends child processes with all that they started, also when this process itself ends early. */
import { spawnSync, type ChildProcess } from 'node:child_process';

/** Kills the group that the child leads. Does nothing when it is gone. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    // Windows has no process groups; its own tool ends the tree.
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // ESRCH: the whole group is gone.
  }
}

/** Children that must not outlive this process. */
export class ProcessGroups {
  readonly #children = new Set<ChildProcess>();
  readonly #killAll = (): void => this.#children.forEach(killGroup);

  add(child: ChildProcess): void {
    if (this.#children.size === 0) process.once('exit', this.#killAll);
    this.#children.add(child);
  }

  delete(child: ChildProcess): void {
    this.#children.delete(child);
    if (this.#children.size === 0) process.removeListener('exit', this.#killAll);
  }
}
