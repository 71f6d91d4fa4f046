// HTTP/1.1 over Boost.Beast, the one file that sees it. Every connection is a coroutine with a time
// limit on each step, so that half-open and slow peers hold nothing but their own few kilobytes.
// clang-format off
#include <utility>  // before Asio 1.18, whose headers forget it
// clang-format on

#include <fmt/format.h>

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/version.hpp>
#include <chrono>
#include <thread>
#include <vector>

#include "serve/router.h"
#include "serve/serve.h"

namespace synoptic::serve {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;

constexpr auto kReadLimit = std::chrono::seconds(15);
constexpr auto kWriteLimit = std::chrono::seconds(60);
constexpr size_t kHeaderBytes = 16 << 10;
constexpr size_t kBodyBytes = 1 << 10;  // we take no bodies
constexpr int kMostConnections = 2000;

using Reply = http::response<http::string_body>;

void set_headers(Reply& reply, const Response& response) {
  reply.set(http::field::content_type, response.type);
  reply.set("X-Content-Type-Options", "nosniff");
  reply.set("Referrer-Policy", "no-referrer");
  reply.set("Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            "form-action 'self'; frame-ancestors 'none'");
  if (!response.location.empty()) reply.set(http::field::location, response.location);
}

Reply answer(const http::request<http::string_body>& request, const Router& router) {
  const bool head = request.method() == http::verb::head;
  Reply reply;
  reply.version(request.version());
  reply.keep_alive(request.keep_alive());
  Response response;
  if (head || request.method() == http::verb::get) {
    const auto target = request.target();
    Request asked = parse_target({target.data(), target.size()});
    const auto tag = request[http::field::if_none_match];
    asked.if_none_match.assign(tag.data(), tag.size());
    const auto text = [](auto value) { return std::string(value.data(), value.size()); };
    asked.if_modified_since = text(request[http::field::if_modified_since]);
    asked.origin = origin_of(text(request[http::field::host]), text(request["X-Forwarded-Proto"]));
    response = router.handle(asked);
    if (response.status == 200) {
      const std::string etag = etag_of(response);
      reply.set(http::field::etag, etag);
      reply.set(http::field::cache_control, "no-cache");
      if (!response.last_modified.empty()) {
        reply.set(http::field::last_modified, response.last_modified);
      }
      if (is_unchanged(asked, response, etag)) {
        response.status = 304;
        response.body.clear();
      }
    }
  } else {
    response = {405, "text/plain; charset=utf-8", "Only GET and HEAD are answered here.\n", ""};
    reply.set(http::field::allow, "GET, HEAD");
  }
  reply.result(response.status);
  set_headers(reply, response);
  const size_t size = response.body.size();
  if (!head) reply.body() = std::move(response.body);
  reply.prepare_payload();
  if (head) reply.content_length(size);
  return reply;
}

struct Counter {  // of open connections
  explicit Counter(std::atomic<int>& open) : open_(open) { ++open_; }
  ~Counter() { --open_; }
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;
  std::atomic<int>& open_;
};

asio::awaitable<void> session(tcp::socket socket, const Router& router, std::atomic<int>& open) {
  const Counter counter(open);
  beast::tcp_stream stream(std::move(socket));
  beast::flat_buffer buffer(kHeaderBytes + kBodyBytes);
  try {
    for (;;) {
      http::request_parser<http::string_body> parser;
      parser.header_limit(kHeaderBytes);
      parser.body_limit(kBodyBytes);
      stream.expires_after(kReadLimit);
      co_await http::async_read(stream, buffer, parser, asio::use_awaitable);
      Reply reply = answer(parser.get(), router);
      stream.expires_after(kWriteLimit);
      co_await http::async_write(stream, reply, asio::use_awaitable);
      if (!reply.keep_alive()) break;
    }
    beast::error_code ignored;
    stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
  } catch (const std::exception&) {
    // The peer went away, was too slow or spoke no HTTP: the connection ends here.
  }
}

asio::awaitable<void> listen(tcp::acceptor& acceptor, const Router& router,
                             std::atomic<int>& open) {
  for (;;) {
    beast::error_code error;
    tcp::socket socket =
        co_await acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
    if (error == asio::error::operation_aborted) co_return;
    if (error || open >= kMostConnections) continue;
    asio::co_spawn(acceptor.get_executor(), session(std::move(socket), router, open),
                   asio::detached);
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
  asio::co_spawn(context, listen(acceptor, *router, open), asio::detached);
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
