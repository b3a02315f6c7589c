declare const BUILD_ID: string;
declare const VERSION: string;

/** Names the program: the hash of its sources, put in by bin/build.mjs. Null where it runs unbuilt, as in `npm run dev`. */
export const buildId = typeof BUILD_ID === 'undefined' ? null : BUILD_ID;

/** For people: the version of package.json, and the build. */
export const version = typeof VERSION === 'undefined' ? 'unbuilt' : `${VERSION} (build ${buildId})`;
