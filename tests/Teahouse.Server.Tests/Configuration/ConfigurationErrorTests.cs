using Teahouse.Server.Configuration;

namespace Teahouse.Server.Tests.Configuration;

public sealed class ConfigurationErrorTests
{
    [Theory]
    [InlineData("[server]\nnam = \"a.b\"", "teahouse.toml, line 2: [server] nam: unknown key; did you mean \"name\"?")]
    [InlineData("[lmits]\nx = 1\ny = 2", "teahouse.toml, line 1: [lmits]: unknown section; did you mean \"limits\"?")]
    [InlineData("\n\n[limits]\ntopic_length = \"long\"", "teahouse.toml, line 4: [limits] topic_length: must be a whole number from 1 to 400, not the text \"long\"")]
    [InlineData("[limits]\ntopic_length = 401", "teahouse.toml, line 2: [limits] topic_length: must be a whole number from 1 to 400, not 401")]
    [InlineData("[history]\nenabled = \"yes\"", "teahouse.toml, line 2: [history] enabled: must be true or false, not the text \"yes\"")]
    [InlineData("[accounts]\nkeep_online = \"on\"", "teahouse.toml, line 2: [accounts] keep_online: must be one of \"off\", \"opt-in\", \"opt-out\", not the text \"on\"")]
    [InlineData("[proxy]\ntrusted = [\"here\"]", "teahouse.toml, line 2: [proxy] trusted: must be a list of addresses or networks such as \"127.0.0.1\", \"10.0.0.0/8\", \"::1\", not a list")]
    [InlineData("[web]\norigins = \"https://a.example\"", "teahouse.toml, line 2: [web] origins: must be a list of origins such as \"https://chat.example.org\", not the text \"https://a.example\"")]
    [InlineData("[server]\nname = 2026-01-01", "teahouse.toml, line 2: [server] name: must be a host name such as \"chat.example.org\", not a date or time")]
    [InlineData("name = \"a.b\"", "teahouse.toml, line 1: name: belongs into a section: put it below [server]")]
    [InlineData("[oper]\nname = \"root\"", "teahouse.toml, line 1: [oper]: must be written [[oper]]")]
    [InlineData("[[server]]\nname = \"a.b\"", "teahouse.toml, line 1: [server]: must be written [server]")]
    [InlineData("[[oper]]\nname = \"root\"", "teahouse.toml, line 1: [[oper]] password: is missing; must be one word")]
    [InlineData("[[oper]]\nname = \"root\"\npassword = \"x\"\nprivileges = [\"kill\", \"fly\"]", "teahouse.toml, line 4: [[oper]] privileges: must be a list of \"all\", \"kill\", \"ban\", \"wallops\", \"rooms\", \"audit\", \"rehash\", not a list")]
    [InlineData("[server]\ndisabled_capabilities = [\"batch\", \"telepathy\"]", "teahouse.toml, line 2: [server] disabled_capabilities: must be a list of capabilities that this server knows (docs/specs-supported.md), not a list")]
    [InlineData("[accounts]\ndefault_user_modes = \"+iX\"", "teahouse.toml, line 2: [accounts] default_user_modes: must be \"+\" and letters out of BRTiw, or empty, not the text \"+iX\"")]
    [InlineData("[server.tls]\na = 1", "teahouse.toml, line 1: [server.tls]: there are no sections within sections")]
    [InlineData("[server]\nname = \"a.b\"\nname = \"c.d\"", "teahouse.toml, line 3: \"server.name\" is already there in line 2, and may be written only once")]
    public void An_error_names_file_line_key_and_what_would_be_right(string toml, string expected) =>
        Assert.Equal([expected], Problems(toml));

    [Theory]
    [InlineData("address = \"127.0.0.1\"", "[[listen]] address: must be an address with a port such as \"127.0.0.1:6667\", \"[::1]:6667\", \"localhost:6667\" or \"*:6697\", not the text \"127.0.0.1\"")]
    [InlineData("tls = true", "[[listen]] address: is missing; must be an address with a port such as \"127.0.0.1:6667\", \"[::1]:6667\", \"localhost:6667\" or \"*:6697\"")]
    [InlineData("address = \"localhost:1\"\ncertificate = \"a.pem\"", "[[listen]] certificate: is of no use without tls = true")]
    [InlineData("address = \"localhost:1\"\ntls = true\ncertificate = \"a.pem\"", "[[listen]] key: is missing; a certificate needs the file of its private key")]
    [InlineData("address = \"localhost:1\"\nproxy = true", "[[listen]] proxy: needs the addresses of the proxies in [proxy] trusted")]
    public void A_listener_that_cannot_be_is_refused(string keys, string expected) =>
        Assert.EndsWith(expected, Assert.Single(Problems("[[listen]]\n" + keys)), StringComparison.Ordinal);

    [Theory]
    [InlineData("*:6667")]
    [InlineData("0.0.0.0:6667")]
    [InlineData("192.168.1.2:6667")]
    [InlineData("[::]:6667")]
    public void Plain_text_outside_this_machine_has_to_be_asked_for(string address)
    {
        var listen = $"[[listen]]\naddress = \"{address}\"\n";

        Assert.StartsWith("teahouse.toml, line 2: [[listen]] address: would be plain text", Assert.Single(Problems(listen)), StringComparison.Ordinal);
        Assert.Empty(Problems(listen + "tls = true"));
        Assert.Empty(Problems(listen + "[server]\nplain_outside_loopback = true"));
    }

    [Fact]
    public void All_errors_are_said_at_once() =>
        Assert.Equal(3, Problems("[server]\nnam = 1\n[limits]\ntopic_length = 0\n[[oper]]\nname = \"a b\"\npassword = \"x\"").Length);

    [Fact]
    public void A_password_is_not_shown_in_an_error()
    {
        var problems = Problems("[[oper]]\nname = \"root\"\npassword = \"open sesame\"\n[server]\npassword = \"open\\nsesame\"");

        Assert.Equal(2, problems.Length);
        Assert.DoesNotContain(problems, problem => problem.Contains("sesame", StringComparison.Ordinal));
    }

    [Fact]
    public void A_password_that_is_written_twice_is_not_shown_either() =>
        Assert.DoesNotContain("sesame", Assert.Single(Problems("[server]\npassword = \"sesame\"\npassword = \"x\"")), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_TOML_is_refused_with_its_line() =>
        Assert.StartsWith("teahouse.toml, line 2: ", Problems("[server]\nname = \n")[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("TEAHOUSE__SERVER__NAM", "x", "environment variable TEAHOUSE__SERVER__NAM: [server] nam: unknown key; did you mean \"name\"?")]
    [InlineData("TEAHOUSE__LIMITS__TOPIC_LENGTH", "many", "environment variable TEAHOUSE__LIMITS__TOPIC_LENGTH: [limits] topic_length: must be a whole number from 1 to 400, not \"many\"")]
    [InlineData("TEAHOUSE__NAME", "x", "environment variable TEAHOUSE__NAME: must be TEAHOUSE__SECTION__KEY, or TEAHOUSE__SECTION__NUMBER__KEY for listen, oper and webirc")]
    public void An_error_in_the_environment_names_the_variable(string variable, string value, string expected)
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationReader.Read("", "", "/", new Dictionary<string, string> { [variable] = value }));
        Assert.Equal([expected], error.Problems);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationReader.Load("/nowhere/teahouse.toml", new Dictionary<string, string>()));
        Assert.StartsWith("/nowhere/teahouse.toml: the configuration file cannot be read", Assert.Single(error.Problems), StringComparison.Ordinal);
    }

    private static string[] Problems(string toml)
    {
        try
        {
            ConfigurationReader.Read(toml, "teahouse.toml", "/", new Dictionary<string, string>());
            return [];
        }
        catch (ConfigurationException error)
        {
            return [.. error.Problems];
        }
    }
}
