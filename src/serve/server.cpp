// HTTP/1.1 over Boost.Beast, the one file that sees it. Every connection is a coroutine with a time
// limit on each step, so that half-open and slow peers hold nothing but their own few kilobytes.
// clang-format off
#include <utility>  // before Asio 1.18, whose headers forget it
// clang-format on

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/version.hpp>
#include <chrono>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "serve/hosts.h"
#include "serve/negotiate.h"
#include "serve/page.h"
#include "serve/router.h"
#include "serve/serve.h"

namespace synoptic::serve {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;

constexpr auto kWriteLimit = std::chrono::seconds(60);
constexpr auto kRest = std::chrono::milliseconds(50);
constexpr auto kCloseLimit = std::chrono::seconds(2);
constexpr size_t kHeaderBytes = 16 << 10;
constexpr size_t kTargetBytes = 8 << 10;
constexpr size_t kMostForgotten = 256 << 10;
constexpr size_t kBodyBytes = 1 << 10;  // we take no bodies
constexpr int kMostConnections = 2000;

using Head = http::request<http::string_body>;
using Reply = http::response<http::string_body>;

std::string text_of(boost::beast::string_view value) { return {value.data(), value.size()}; }

void set_headers(Reply& reply, const Response& response) {
  reply.set(http::field::content_type, response.type);
  reply.set(http::field::vary, "Accept, Accept-Encoding");
  reply.set("X-Content-Type-Options", "nosniff");
  reply.set("Referrer-Policy", "no-referrer");
  reply.set("Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            "form-action 'self'; frame-ancestors 'none'");
  if (!response.location.empty()) reply.set(http::field::location, response.location);
  reply.set(http::field::date, http_date(unix_now()));  // RFC 9110, 6.6.1
}

struct Site {
  const Router& router;
  const Hosts& hosts;
  std::chrono::milliseconds patience;
};

// "http://host/path", as a proxy asks, names its host itself.
struct Target {
  std::string host, path;
};
Target target_of(const Head& head) {
  std::string target = text_of(head.target());
  if (!target.starts_with("http://") && !target.starts_with("https://")) {
    return {text_of(head[http::field::host]), std::move(target)};
  }
  const size_t begin = target.find("//") + 2,
               slash = std::min(target.find('/', begin), target.size());
  std::string path = target.substr(slash);
  return {target.substr(begin, slash - begin), path.empty() ? "/" : std::move(path)};
}

Request request_of(const Head& head, const Target& target) {
  Request asked = parse_target(target.path);
  asked.if_none_match = text_of(head[http::field::if_none_match]);
  asked.accept = text_of(head[http::field::accept]);
  asked.accept_encoding = text_of(head[http::field::accept_encoding]);
  asked.origin = origin_of(target.host, text_of(head["X-Forwarded-Proto"]));
  return asked;
}

// What is wrong with the head of a request, before anything is looked up; status 200: nothing.
Response refusal(const Head& head, const Target& target, const Hosts& hosts) {
  if (head.method() == http::verb::unknown) return error_page(501, "This method is not known here");
  if (head.method() != http::verb::get && head.method() != http::verb::head) {
    return error_page(405, "Only GET and HEAD are answered here");
  }
  if (head.target().size() > kTargetBytes) return error_page(414, "The address is too long");
  if (!target.path.starts_with("/")) return error_page(400, "The address is not understood");
  const bool needs_host = head.version() >= 11;
  if (head.count(http::field::host) > 1 || (needs_host && head.count(http::field::host) == 0)) {
    return error_page(400, "A request has one Host field");
  }
  if (head.count(http::field::host) == 0 && target.host.empty()) return {};
  if (host_name(target.host).empty()) return error_page(400, "The Host field names no host");
  if (!hosts.answers_to(target.host)) {
    return error_page(421, "This server does not answer to the name “" + host_name(target.host) +
                               "” (--host lets it)");
  }
  return {};
}

void put_body(Reply& reply, const Request& asked, Response response, bool head_only) {
  if (is_compressible(response) && accepts_gzip(asked.accept_encoding)) {
    if (std::string packed = gzip(response.body); !packed.empty()) {
      response.body = std::move(packed);
      reply.set(http::field::content_encoding, "gzip");
    }
  }
  const size_t size = response.body.size();
  if (!head_only) reply.body() = std::move(response.body);
  reply.prepare_payload();
  if (head_only) reply.content_length(size);
}

Reply error_reply(const Response& response, const Request& asked, unsigned version,
                  bool head_only) {
  Reply reply;
  reply.version(version);
  reply.keep_alive(false);
  reply.result(response.status);
  if (response.status == 405) reply.set(http::field::allow, "GET, HEAD");
  const Response formed = in_form(response, asked);
  set_headers(reply, formed);
  put_body(reply, asked, formed, head_only);
  return reply;
}

Reply answer(const Head& head, const Site& site) {
  const bool head_only = head.method() == http::verb::head;
  const Target target = target_of(head);
  const Request asked = request_of(head, target);
  if (const Response refused = refusal(head, target, site.hosts); !refused.error.empty()) {
    return error_reply(refused, asked, head.version(), head_only);
  }
  Reply reply;
  reply.version(head.version());
  reply.keep_alive(head.keep_alive());
  Response response = site.router.handle(asked);
  if (response.status == 200) {
    const std::string etag = etag_of(response);
    // The same page in other bytes (RFC 9110, 8.8.1).
    const bool packed = is_compressible(response) && accepts_gzip(asked.accept_encoding);
    reply.set(http::field::etag, packed ? "W/" + etag : etag);
    reply.set(http::field::cache_control, "no-cache");
    if (is_unchanged(asked, etag)) {
      response.status = 304;
      response.body.clear();
    }
  }
  reply.result(response.status);
  set_headers(reply, response);
  put_body(reply, asked, std::move(response), head_only);
  return reply;
}

// A request line that ends in a line feed alone says nothing wrong of its version.
bool ends_in_bare_feed(std::string_view received) {
  const size_t end = received.find('\n');
  return end != std::string_view::npos && (end == 0 || received[end - 1] != '\r');
}

// What cannot be read as a request is told why, as far as that is possible.
Reply answer_to_error(const beast::error_code& error, const Head& head, std::string_view received) {
  const auto say = [&](unsigned status, const char* what) {
    Request asked;
    asked.accept = text_of(head[http::field::accept]);
    return error_reply(error_page(status, what), asked, 11, false);
  };
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return head.target().empty() ? say(414, "The address is too long")
                                 : say(431, "The header fields are too long");
  }
  if (error == http::error::body_limit) return say(413, "No bodies are taken here");
  if (error == http::error::bad_version && !ends_in_bare_feed(received))
    return say(505, "HTTP/1.1 and 1.0 are spoken here");
  return say(400, "This is no HTTP request");
}

bool is_gone(const beast::error_code& error) {
  return error == http::error::end_of_stream || error == http::error::partial_message ||
         error.category() != http::make_error_code(http::error::bad_method).category();
}

struct Counter {  // of open connections
  explicit Counter(std::atomic<int>& open) : open_(open) { ++open_; }
  ~Counter() { --open_; }
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;
  std::atomic<int>& open_;
};

// The peer reads the answer before the connection goes: what it still sends is read and forgotten,
// for a while, since closing with bytes unread would take the answer with it.
asio::awaitable<void> close_gently(beast::tcp_stream& stream) {
  beast::error_code error;
  stream.socket().shutdown(tcp::socket::shutdown_send, error);
  std::array<char, 4096> forgotten;
  stream.expires_after(kCloseLimit);
  for (size_t left = kMostForgotten; !error && left > 0;) {
    const size_t size = co_await stream.async_read_some(
        asio::buffer(forgotten), asio::redirect_error(asio::use_awaitable, error));
    left -= std::min(left, size);
  }
}

asio::awaitable<void> session(tcp::socket socket, const Site& site, std::atomic<int>& open) {
  const Counter counter(open);
  beast::tcp_stream stream(std::move(socket));
  beast::flat_buffer buffer(kHeaderBytes + kBodyBytes);
  try {
    for (;;) {
      http::request_parser<http::string_body> parser;
      parser.header_limit(kHeaderBytes);
      parser.body_limit(kBodyBytes);
      stream.expires_after(site.patience);
      beast::error_code error;
      co_await http::async_read_header(stream, buffer, parser,
                                       asio::redirect_error(asio::use_awaitable, error));
      const bool has_body = !error && !parser.is_done();
      const auto method = parser.get().method();
      const bool reads = method == http::verb::get || method == http::verb::head;
      if (has_body && reads) {
        co_await http::async_read(stream, buffer, parser,
                                  asio::redirect_error(asio::use_awaitable, error));
      }
      if (error && is_gone(error)) break;
      const auto left = buffer.cdata();
      const std::string_view received(static_cast<const char*>(left.data()), left.size());
      Reply reply =
          error ? answer_to_error(error, parser.get(), received) : answer(parser.get(), site);
      if (has_body && !reads) reply.keep_alive(false);
      stream.expires_after(kWriteLimit);
      co_await http::async_write(stream, reply, asio::use_awaitable);
      if (reply.keep_alive()) continue;
      co_await close_gently(stream);
      break;
    }
  } catch (const std::exception&) {
    // The peer went away or was too slow: the connection ends here.
  }
}

asio::awaitable<void> listen(tcp::acceptor& acceptor, const Site& site, std::atomic<int>& open) {
  for (;;) {
    beast::error_code error;
    // The clock of a connection may close it while its session reads: one after the other.
    const asio::any_io_executor strand = asio::make_strand(acceptor.get_executor());
    tcp::socket socket =
        co_await acceptor.async_accept(strand, asio::redirect_error(asio::use_awaitable, error));
    if (error == asio::error::operation_aborted) co_return;
    if (error) {  // no descriptor left, say: one may be free again soon
      asio::steady_timer rest(acceptor.get_executor(), kRest);
      co_await rest.async_wait(asio::redirect_error(asio::use_awaitable, error));
      continue;
    }
    if (open >= kMostConnections) continue;
    asio::co_spawn(strand, session(std::move(socket), site, open), asio::detached);
  }
}

Result<void> bind(tcp::acceptor& acceptor, const Options& options) {
  beast::error_code error;
  const auto address = asio::ip::make_address(options.address, error);
  const std::string where = fmt::format("{}:{}", options.address, options.port);
  if (error) return failure(ErrorCode::kUsage, options.address, "is not an IP address");
  const tcp::endpoint endpoint(address, options.port);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error == asio::error::address_in_use) {
    return failure(ErrorCode::kNetwork, where, "is in use (choose another with --port)");
  }
  if (error) return failure(ErrorCode::kNetwork, where, error.message());
  return {};
}

}  // namespace

Result<void> serve(const Options& options) {
  auto router = Router::make(options.store, options.knowledge);
  if (!router) return tl::unexpected(router.error());
  asio::io_context context;
  tcp::acceptor acceptor(context);
  if (auto done = bind(acceptor, options); !done) return done;
  std::atomic<int> open = 0;
  const Hosts hosts(options.address, options.hosts);
  const Site site{*router, hosts, options.patience};
  asio::co_spawn(context, listen(acceptor, site, open), asio::detached);
  asio::signal_set signals(context, SIGINT, SIGTERM);
  signals.async_wait([&](const beast::error_code&, int) { context.stop(); });
  if (options.ready) {
    const bool six = acceptor.local_endpoint().address().is_v6();
    const std::string host = six ? "[" + options.address + "]" : options.address;
    options.ready(fmt::format("http://{}:{}/", host, acceptor.local_endpoint().port()));
  }
  std::vector<std::jthread> workers;
  for (unsigned i = 1; i < options.threads; ++i) workers.emplace_back([&] { context.run(); });
  context.run();
  return {};
}

}  // namespace synoptic::serve
