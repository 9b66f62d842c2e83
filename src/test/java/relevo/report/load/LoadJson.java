package relevo.report.load;
final class LoadJson { static String render(Object o) { try { return com.fasterxml.jackson.databind.json.JsonMapper.builder().addModule(new com.fasterxml.jackson.datatype.jdk8.Jdk8Module()).build().writerWithDefaultPrettyPrinter().writeValueAsString(o); } catch (Exception e) { throw new IllegalStateException(e); } } }
