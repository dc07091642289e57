# The first stages turn nearly everything away
#
# Draw cascade.png and cascade.svg again, in this folder:  gnuplot cascade.gnuplot
# It needs cascade.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'The first stages turn nearly everything away' font ',13' textcolor rgb '#333333'
set xlabel 'stages passed' textcolor rgb '#333333'
set ylabel 'share of all windows' textcolor rgb '#333333'
set xrange [0:16]
set yrange [0.000985571669:1.47968269]
set logscale y
set xtics 2 format '%.0f'
set ytics ('0.001' 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '0.01' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '0.1' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '1' 1)
unset key

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'cascade.png'
plot \
    'cascade.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'cascade.svg'
replot
unset output
