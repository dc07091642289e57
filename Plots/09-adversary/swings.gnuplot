# The game does not come to rest
#
# Draw swings.png and swings.svg again, in this folder:  gnuplot swings.gnuplot
# It needs swings.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'The game does not come to rest' font ',13' textcolor rgb '#333333'
set xlabel 'round' textcolor rgb '#333333'
set ylabel 'chroma, of the truth'."'".'s' textcolor rgb '#333333'
set xrange [0:2400]
set yrange [0:2]
set arrow from graph 0, first 1 to graph 1, first 1 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'the truth' at graph 0.9123, graph 0.5292 left font ',9' textcolor rgb '#333333' front
set xtics 500 format '%.0f'
set ytics 0.5 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'swings.png'
plot \
    'swings.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'hair', \
    'swings.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'eyes', \
    'swings.dat' index 2 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title 'clothes'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'swings.svg'
replot
unset output
