package io.belay.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/// What is logged and where. Said in Java, since reading it from a file of XML took as long as
/// opening the data does. Found by its name in `META-INF/services`.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {
  /// What a person must know is said elsewhere, in one line; `belay.log` opens this.
  private static final Level USUAL = Level.ERROR;

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%level %logger{20} %msg%n");
    encoder.start();
    ConsoleAppender<ILoggingEvent> out = new ConsoleAppender<>();
    out.setContext(context);
    out.setTarget("System.err");
    out.setEncoder(encoder);
    out.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(USUAL);
    root.addAppender(out);
    context.getLogger("io.belay").setLevel(Level.toLevel(System.getProperty("belay.log"), USUAL));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
