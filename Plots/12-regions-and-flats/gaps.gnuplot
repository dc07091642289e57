# 
#
# Draw gaps.png and gaps.svg again, in this folder:  gnuplot gaps.gnuplot
# It needs gaps.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,340 font 'DejaVu Sans,11'
    set output 'gaps.png'
    call 'gaps.gnuplot' 'page'
    set terminal svg noenhanced size 800,340 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'gaps.svg'
    call 'gaps.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: What closing gaps buys
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title 'What closing gaps buys' font ',13' textcolor rgb '#333333'
set xlabel 'widest gap that closes, pixels' textcolor rgb '#333333'
set ylabel 'pixels on the wrong side of a'."\n".'border, %' textcolor rgb '#333333'
set xrange [0:16]
set yrange [0.878554733:2.47278397]
set arrow from first 6.4, graph 0 to first 6.4, graph 1 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'usual' at graph 0.4100, graph 0.9474 left font ',9' textcolor rgb '#333333' front
set xtics 5 format '%.0f'
set ytics 0.5 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'gaps.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'world 1', \
    'gaps.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'world 2', \
    'gaps.dat' index 2 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title 'world 3'

# Panel 2: … and what it costs
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title '… and what it costs' font ',13' textcolor rgb '#333333'
set xlabel 'widest gap that closes, pixels' textcolor rgb '#333333'
set ylabel 'regions for each true area' textcolor rgb '#333333'
set xrange [0:16]
set yrange [1.64401411:2.18187521]
set arrow from first 6.4, graph 0 to first 6.4, graph 1 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'usual' at graph 0.4100, graph 0.8474 left font ',9' textcolor rgb '#333333' front
set xtics 5 format '%.0f'
set ytics 0.1 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'gaps.dat' index 3 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'world 1', \
    'gaps.dat' index 4 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'world 2', \
    'gaps.dat' index 5 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title 'world 3'
unset multiplot
