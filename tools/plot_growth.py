#!/usr/bin/env python3
"""The growth of grouping's cost as an SVG: reads the table of 'group_bench N --tsv' on standard input,
writes docs/grouping_growth.svg.  usage: group_bench 1000000 --tsv | plot_growth.py > OUT.svg"""
import sys

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 720, 320, 70, 50, 30


def line(points, color):
    return '<polyline fill="none" stroke="%s" stroke-width="2" points="%s"/>' % (
        color, " ".join("%.1f,%.1f" % point for point in points))


def main():
    rows = [row.split("\t") for row in sys.stdin.read().splitlines()]
    names, rows = rows[0], [[float(cell) for cell in row] for row in rows[1:]]
    column = lambda name: [row[names.index(name)] for row in rows]
    articles, cost, size = column("articles"), column("group_us"), column("bytes")
    right = WIDTH - 70
    x = lambda value: LEFT + (right - LEFT) * value / articles[-1]
    most_cost, most_size = 1.15 * max(cost), 1.15 * max(size)
    y_cost = lambda value: HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / most_cost
    y_size = lambda value: HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / most_size
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" '
           'font-size="12">' % (WIDTH, HEIGHT), '<rect width="100%" height="100%" fill="white"/>']
    for i in range(5):
        y = HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * i / 4
        out.append('<line x1="%d" y1="%.1f" x2="%d" y2="%.1f" stroke="#ddd"/>' % (LEFT, y, right, y))
        out.append('<text x="%d" y="%.1f" text-anchor="end" fill="#1f5fa8">%.0f</text>' % (
            LEFT - 6, y + 4, most_cost * i / 4))
        out.append('<text x="%d" y="%.1f" fill="#a8501f">%.0f</text>' % (right + 6, y + 4,
                                                                        most_size * i / 4))
        out.append('<text x="%.1f" y="%d" text-anchor="middle">%s</text>' % (
            x(articles[-1] * i / 4), HEIGHT - BOTTOM + 18, format(int(articles[-1] * i / 4), ",")))
    out.append(line([(x(a), y_cost(c)) for a, c in zip(articles, cost)], "#1f5fa8"))
    out.append(line([(x(a), y_size(s)) for a, s in zip(articles, size)], "#a8501f"))
    out.append('<text x="%d" y="18" fill="#1f5fa8">µs of processor time an article</text>' % LEFT)
    out.append('<text x="%d" y="18" text-anchor="end" fill="#a8501f">bytes an article in the window'
               '</text>' % right)
    out.append('<text x="%.1f" y="%d" text-anchor="middle">articles grouped</text>' % (
        (LEFT + right) / 2, HEIGHT - 10))
    out.append("</svg>")
    print("\n".join(out))


if __name__ == "__main__":
    main()
