@rem `npm start` begins with exec, so that no shell stands between npm and the bot. Windows has no such word; this is it.
@%*
