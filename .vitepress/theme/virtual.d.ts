declare module 'virtual:syntax.css';

/** The script of the worker in which the reader's code runs, as text. */
declare module 'virtual:isolated-program' {
  const program: string;
  export default program;
}
