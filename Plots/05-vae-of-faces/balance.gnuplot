# 
#
# Draw balance.png and balance.svg again, in this folder:  gnuplot balance.gnuplot
# It needs balance.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,340 font 'DejaVu Sans,11'
    set output 'balance.png'
    call 'balance.gnuplot' 'page'
    set terminal svg noenhanced size 800,340 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'balance.svg'
    call 'balance.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: Distance and KL, by σ
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title 'Distance and KL, by σ' font ',13' textcolor rgb '#333333'
set xlabel 'KL + 1, nats' textcolor rgb '#333333'
set ylabel 'distance from the'."\n".'reconstruction, RMS' textcolor rgb '#333333'
set xrange [1.00894047:382.88678]
set yrange [0.245779981:0.535771364]
set logscale x
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label '0.012' at 382.88678,0.370416487 right textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label '0.06' at 277.612122,0.340443302 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label '0.3' at 100.291565,0.364668215 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label '1.5' at 31.2413368,0.34404422 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label '7.5' at 6.79877,0.461134818 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label '37.5' at 1.91698689,0.520236111 center textcolor rgb '#222222' front boxed
set arrow from graph 0, first 0.261315234 to graph 1, first 0.261315234 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#222222'
set label 'PCA' at graph 0.9036, graph 0.0962 left font ',9' textcolor rgb '#333333' front
set xtics ('2' 2, '' 3 1, '' 4 1, '5' 5, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '20' 20, '' 30 1, '' 40 1, '50' 50, '' 60 1, '' 70 1, '' 80 1, '' 90 1, '100' 100, '200' 200, '' 300 1)
set ytics 0.05 format '%.2f'
unset key
plot \
    'balance.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle

# Panel 2: How far samples are from faces
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title 'How far samples are from faces' font ',13' textcolor rgb '#333333'
set xlabel 'σ' textcolor rgb '#333333'
set ylabel 'distance of samples from'."\n".'faces, features' textcolor rgb '#333333'
set xrange [0.0120000001:37.5]
set yrange [128.195721:462.10626]
set logscale x
set logscale y
set xtics ('' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '0.1' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '1' 1, '' 2 1, '' 3 1, '' 4 1, '' 5 1, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '' 20 1, '' 30 1)
set ytics ('200' 200, '300' 300, '400' 400)
unset key
plot \
    'balance.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' notitle
unset multiplot
