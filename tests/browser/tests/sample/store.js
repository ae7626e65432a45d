// Blocked storage throws at the first touch: then memory has to do.
export function openStore() {
  try {
    const { localStorage } = window;
    return {
      lasting: true,
      read: () => localStorage.getItem('sample'),
      write: (text) => localStorage.setItem('sample', text),
    };
  } catch {
    let kept = null;
    return { lasting: false, read: () => kept, write: (text) => { kept = text; } };
  }
}
