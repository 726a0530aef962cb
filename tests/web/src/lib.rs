//! Nothing but tests: the app's browser edge, in a browser.
