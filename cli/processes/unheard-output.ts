/**
 * Standard output for as long as something runs that must not be cut off: a reader who goes away
 * ends us otherwise, and an apply with us.
 */
export function unheardOutput(): { readonly write: (text: string) => void; readonly end: () => void } {
  const { stdout } = process;
  let heard = true;
  const former = stdout.listeners("error");
  const goOn = (): void => {
    heard = false;
  };
  stdout.removeAllListeners("error").on("error", goOn);
  return {
    write: (text) => {
      if (heard && text !== "") stdout.write(text);
    },
    end: () => {
      stdout.off("error", goOn);
      for (const listener of former) {
        stdout.on("error", (error) => {
          Reflect.apply(listener, stdout, [error]);
        });
      }
    },
  };
}
