import packageFile from '../../package.json' with { type: 'json' };

/** The version of this program, such as `1.4.2`. */
export const { version } = packageFile;
