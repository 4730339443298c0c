package io.belay.app.shell;

import io.belay.app.fx.Page;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/// The pages, each made when it is first looked at: nobody waits for twelve to see one.
final class Pages {
  private final Map<Place, Supplier<Page>> makers = new EnumMap<>(Place.class);
  private final Map<Place, Page> made = new EnumMap<>(Place.class);

  void put(Place place, Supplier<Page> maker) {
    makers.put(place, maker);
  }

  Page get(Place place) {
    return made.computeIfAbsent(place, this::make);
  }

  private Page make(Place place) {
    Supplier<Page> maker = makers.get(place);
    if (maker == null) {
      throw new IllegalStateException("no page " + place);
    }
    return maker.get();
  }

  /// Those that were looked at.
  Collection<Page> made() {
    return made.values();
  }
}
