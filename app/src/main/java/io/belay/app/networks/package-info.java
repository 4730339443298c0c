/// The networks page: which networks there are, which are used and through whom, networks of one's
/// own, and the search for a node on this computer. Nothing here asks an endpoint but that search.
package io.belay.app.networks;
